// Everything OneTenant needs, in one resource group. `npm run templates` compiles it to main.json and records what Azure would
// create (predicted/); tests keep both up to date.
// Deploy it twice: first without an image, which creates the identity and the registry, then with one, which creates the bot.
targetScope = 'resourceGroup'

@description('Short name that all resource names are made of. Lower case letters and digits.')
@minLength(3)
@maxLength(10)
param name string = 'onetenant'

@description('Which environment this is. Part of every name and of the tags.')
@allowed(['dev', 'test', 'prod'])
param environmentName string

@description('Azure region. The bot resource itself is global.')
param location string = resourceGroup().location

@description('Where the bot runs. Container Apps can stop when nobody chats; App Service is always on.')
@allowed(['containerApp', 'appService'])
param hosting string = 'containerApp'

@description('Image in the registry of this template, for instance onetenant:1.0.0. Empty makes only what is needed before there is an image.')
param image string = ''

@description('Who the bot is. UserAssignedMSI: the managed identity itself. SingleTenant: a registration of its own, which the managed identity proves.')
@allowed(['UserAssignedMSI', 'SingleTenant'])
param botAppType string = 'UserAssignedMSI'

@description('Application (client) id of the bot registration. Only for SingleTenant.')
param botAppId string = ''

@description('Application (client) id of the registration people sign in to. Printed by the registration script.')
param signInAppId string = ''

@description('Name of the OAuth connection on the bot.')
param signInConnection string = 'onetenant'

@description('Tenant ids whose people may use the bot. The tenant of this subscription is always among them.')
param moreAllowedTenants array = []

@description('Where people find a human: a mail address, a phone number or an https link.')
param contact string = ''

@description('What is kept of questions: how they ended (counts), or also the wording of those without a good answer, for 30 days, cleaned of names, addresses and numbers (text).')
@allowed(['counts', 'text'])
param questionsKept string = 'counts'

@description('Address of an embedding service, up to /embeddings: questions are then also compared by meaning, and their text goes there. Empty: nothing leaves the bot.')
param embeddingsUrl string = ''

@description('Name of the embedding model; in Azure OpenAI, of its deployment. Needed with embeddingsUrl.')
param embeddingsModel string = ''

@description('Key of the embedding service. Empty: the managed identity, which needs the role "Cognitive Services OpenAI User" on the Azure OpenAI resource.')
@secure()
param embeddingsKey string = ''

@description('Origins of the pages that may show the chat window, for instance https://contoso.sharepoint.com.')
param webChatOrigins array = []

@description('Origin of the bot as browsers see it, when it has a domain of its own. Empty: the address that Azure gives.')
param publicUrl string = ''

@description('Page where an administrator can open a chat with the bot; {request} is replaced by the request.')
param chatUrl string = ''

@description('Helpdesks that hand over tickets, as a JSON list with their keys. Give it at deployment; it stands in no file.')
@secure()
param desks string = ''

@description('Hosts of helpdesks on a private network, separated by commas.')
param deskPrivateHosts string = ''

@description('Where the bot opens a chat in Teams with somebody whose ticket was handed over.')
param teamsServiceUrl string = 'https://smba.trafficmanager.net/teams/'

@description('Whether the app in Teams has the tab "My checklist". The sign-in registration has to name the bot host before, and the app package has to be made with --tab.')
param teamsTab bool = false

@description('App role of the sign-in registration whose people may see tickets and their outcomes.')
param operatorRole string = 'OneTenant.Operator'

@description('How much is logged.')
@allowed(['debug', 'info', 'warn', 'error'])
param logLevel string = 'info'

@description('Replicas that run when nobody chats. 0 makes the first person wait some seconds, and reminders up to an hour; 1 answers at once. App Service runs at least one.')
@minValue(0)
@maxValue(10)
param minReplicas int = 1

@description('Replicas that run when many people chat. Only for containerApp: App Service runs a fixed number.')
@minValue(1)
@maxValue(20)
param maxReplicas int = 3

@description('Pricing of the Azure Bot. F0 allows 10 000 Direct Line messages a month; Teams is free in both.')
@allowed(['F0', 'S1'])
param botSku string = 'F0'

@description('App Service runs the zip that `npm run bundle:zip` makes, and no image. Only for appService.')
param zip bool = false

@description('Size of the App Service plan. Only for appService.')
@allowed(['B1', 'B2', 'P0v3', 'P1v3'])
param appServiceSku string = 'B1'

@description('Days that logs are kept.')
@minValue(30)
@maxValue(365)
param logRetentionDays int = 30

@description('Mail address that alerts go to. Empty: alerts are only shown in the portal.')
param alertEmail string = ''

@description('Cost centre, for the budget.')
param costCentre string = 'unassigned'

@description('Who answers for this deployment, for the budget.')
param owner string = 'unassigned'

var port = 3978
var suffix = '${name}-${environmentName}'
var unique = take(uniqueString(resourceGroup().id), 6)
var appName = 'ca-${suffix}'
var siteName = 'app-${suffix}-${unique}'
var botName = 'bot-${suffix}-${unique}'
var identityName = 'id-${suffix}'
var registryName = 'cr${name}${environmentName}${unique}'
var storageName = 'st${name}${environmentName}${unique}'
var workspaceName = 'log-${suffix}'
var environmentResourceName = 'cae-${suffix}'
var containerName = 'onetenant'
// A variable, because the published schema limits names to 63 characters, and would count the expression.
var containerPath = '${storageName}/default/${containerName}'
// "environment" alone is the resource below.
var storageUrl = 'https://${storageName}.blob.${az.environment().suffixes.storage}'
var storageSku = environmentName == 'prod' ? 'Standard_ZRS' : 'Standard_LRS'
var runsZip = zip && hosting == 'appService'
var makesBot = runsZip || !empty(image)
var runsOnContainerApp = makesBot && hosting == 'containerApp'
var runsOnAppService = makesBot && hosting == 'appService'
var hasWebChat = !empty(webChatOrigins)
var allowedTenants = join(union([tenant().tenantId], moreAllowedTenants), ',')
var isOwnIdentity = botAppType == 'UserAssignedMSI'
var siteInstances = max(1, minReplicas)
// App Service expects a program that it starts itself on port 8080.
var sitePort = string(runsZip ? 8080 : port)
// Container Apps does not accept empty secrets.
var desksOrNone = empty(desks) ? '[]' : desks
var embeddingsKeyOrIdentity = empty(embeddingsKey) ? 'managed-identity' : embeddingsKey
var tags = {
  product: name
  environment: environmentName
  costCentre: costCentre
  owner: owner
}

// Built-in roles. Each is assigned on one resource, never on the group; for blobs, on the one container that the bot uses.
var roles = {
  acrPull: '7f951dda-4ed3-4680-a7ca-43fe172d538d'
  storageBlobDataContributor: 'ba92f5b4-2d11-453d-a403-e96b0029c9fe'
  monitoringMetricsPublisher: '3913510d-42f4-4e42-8a64-420c390055eb'
}

var workbookText = loadTextContent('workbook.json')

// Every line that the bot logs is JSON with the name of an event of src/ports/journal.ts.
var logLines = hosting == 'containerApp'
  ? 'ContainerAppConsoleLogs | where ContainerAppName == "${appName}" | extend entry = parse_json(Log)'
  : 'AppServiceConsoleLogs | where _ResourceId endswith "/sites/${siteName}" | extend entry = parse_json(ResultDescription)'
var logAlerts = [
  {
    name: 'turns-fail'
    title: 'People get an apology instead of an answer'
    query: '| where tostring(entry.event) == "turn.failed"'
    moreThan: 5
  }
  {
    name: 'turns-slow'
    title: 'One in twenty answers takes longer than eight seconds'
    query: '| where tostring(entry.event) == "turn.done" | summarize slowest = percentile(toreal(entry.tookMs), 95), turns = count() | where turns >= 20 and slowest > 8000'
    moreThan: 0
  }
  {
    name: 'nobody-answered'
    title: 'The signing keys of the channel cannot be fetched, so nobody is answered'
    query: '| where tostring(entry.event) == "door.keys-not-fetched" and tostring(entry.answers) == "false"'
    moreThan: 0
  }
  {
    name: 'answers-not-delivered'
    title: 'The channel does not take the answers'
    query: '| where tostring(entry.event) == "send.failed"'
    moreThan: 10
  }
  {
    name: 'answers-late'
    title: 'Answers wait in the store before they are delivered'
    query: '| where tostring(entry.event) == "send.recovered" | summarize messages = sum(toint(entry.messages)) | where messages > 20'
    moreThan: 0
  }
  {
    name: 'sign-in-fails'
    title: 'The service that keeps sign-ins does not answer, so nobody can sign in'
    query: '| where tostring(entry.event) == "sign-in.unavailable"'
    moreThan: 3
  }
  {
    name: 'store-fails'
    title: 'The store does not take what the bot saves'
    query: '| where tostring(entry.event) == "store.failed"'
    moreThan: 0
  }
  {
    name: 'records-unreadable'
    title: 'A stored conversation could not be read and was put aside'
    query: '| where tostring(entry.event) == "state.quarantined"'
    moreThan: 0
  }
  {
    name: 'restarts'
    title: 'The bot starts again and again'
    query: '| where tostring(entry.event) == "app.started"'
    moreThan: 5
  }
  {
    name: 'tickets-late'
    title: 'A helpdesk hears late how its tickets went'
    query: '| where (tostring(entry.event) == "desk.delivered" and toreal(entry.ageMs) > 600000) or (tostring(entry.event) == "desk.failed" and toint(entry.tries) >= 5)'
    moreThan: 0
  }
  {
    name: 'tickets-dead'
    title: 'A helpdesk will not hear how a ticket went: all tries are used up'
    query: '| where tostring(entry.event) == "desk.dead"'
    moreThan: 0
  }
]

var botOrigin = !empty(publicUrl)
  ? publicUrl
  : hosting == 'containerApp'
      ? 'https://${appName}.${environment!.properties.defaultDomain}'
      : 'https://${siteName}.azurewebsites.net'

// What Teams exchanges a sign-in for. A tab has to name its host in it, and the app package names the same.
var ownAppId = isOwnIdentity ? identity.properties.clientId : botAppId
var tokenExchangeUri = teamsTab ? 'api://${replace(botOrigin, 'https://', '')}/botid-${ownAppId}' : 'api://botid-${ownAppId}'

var directLineSite = {
  siteName: 'intranet'
  isEnabled: hasWebChat
  isV1Enabled: false
  isV3Enabled: true
  isSecureSiteEnabled: hasWebChat
  isBlockUserUploadEnabled: true
}
// Where signing in needs no code: the window is a page of the bot's own, inside pages of others.
var trustedOrigins = hasWebChat ? concat([botOrigin], webChatOrigins) : []

// These two are variables because the published schemas of their types reject them inline.
var teamsChannel = {
  channelName: 'MsTeamsChannel'
  properties: {
    isEnabled: true
    acceptedTerms: true
    enableCalling: false
  }
}
var faultCriteria = {
  'odata.type': 'Microsoft.Azure.Monitor.SingleResourceMultipleMetricCriteria'
  allOf: [
    {
      name: 'faults'
      criterionType: 'StaticThresholdCriterion'
      metricNamespace: hosting == 'containerApp' ? 'Microsoft.App/containerApps' : 'Microsoft.Web/sites'
      metricName: hosting == 'containerApp' ? 'Requests' : 'Http5xx'
      dimensions: hosting == 'containerApp'
        ? [{ name: 'statusCodeCategory', operator: 'Include', values: ['5xx'] }]
        : []
      timeAggregation: 'Total'
      operator: 'GreaterThan'
      threshold: 10
    }
  ]
}

// ---- before there is an image: who the bot is, where its images are, where its logs go

resource identity 'Microsoft.ManagedIdentity/userAssignedIdentities@2024-11-30' = {
  name: identityName
  location: location
  tags: tags
}

resource registry 'Microsoft.ContainerRegistry/registries@2025-04-01' = {
  name: registryName
  location: location
  tags: tags
  sku: {
    name: 'Basic'
  }
  properties: {
    adminUserEnabled: false
    publicNetworkAccess: 'Enabled'
  }
}

resource pullsImages 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(registry.id, identityName, roles.acrPull)
  scope: registry
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.acrPull)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

resource workspace 'Microsoft.OperationalInsights/workspaces@2025-07-01' = {
  name: workspaceName
  location: location
  tags: tags
  properties: {
    sku: {
      name: 'PerGB2018'
    }
    retentionInDays: logRetentionDays
    features: {
      enableLogAccessUsingOnlyResourcePermissions: true
    }
  }
}

resource insights 'Microsoft.Insights/components@2020-02-02' = {
  name: 'appi-${suffix}'
  location: location
  tags: tags
  kind: 'web'
  properties: {
    Application_Type: 'web'
    WorkspaceResourceId: workspace.id
    IngestionMode: 'LogAnalytics'
    DisableLocalAuth: true
  }
}

resource sendsTraces 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(insights.id, identityName, roles.monitoringMetricsPublisher)
  scope: insights
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.monitoringMetricsPublisher)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// ---- storage: one account without keys, with one container that every replica reads and writes

resource storage 'Microsoft.Storage/storageAccounts@2025-06-01' = {
  name: storageName
  location: location
  tags: tags
  kind: 'StorageV2'
  sku: {
    name: storageSku
  }
  properties: {
    accessTier: 'Hot'
    allowBlobPublicAccess: false
    allowCrossTenantReplication: false
    allowSharedKeyAccess: false
    defaultToOAuthAuthentication: true
    minimumTlsVersion: 'TLS1_2'
    supportsHttpsTrafficOnly: true
  }
}

resource blobs 'Microsoft.Storage/storageAccounts/blobServices@2025-06-01' = {
  parent: storage
  name: 'default'
  properties: {
    deleteRetentionPolicy: {
      enabled: true
      days: 7
    }
    containerDeleteRetentionPolicy: {
      enabled: true
      days: 7
    }
  }
}

resource conversations 'Microsoft.Storage/storageAccounts/blobServices/containers@2025-06-01' = {
  name: containerPath
  properties: {
    publicAccess: 'None'
  }
  dependsOn: [
    blobs
  ]
}

resource keepsConversations 'Microsoft.Authorization/roleAssignments@2022-04-01' = {
  name: guid(conversations.id, identityName, roles.storageBlobDataContributor)
  scope: conversations
  properties: {
    roleDefinitionId: subscriptionResourceId('Microsoft.Authorization/roleDefinitions', roles.storageBlobDataContributor)
    principalId: identity.properties.principalId
    principalType: 'ServicePrincipal'
  }
}

// By name: Direct Line may make a "Default Site" of its own, before ours, and take it away again.
var directLineSites = directLine!.listChannelWithKeys().setting.sites
var directLineKey = first(concat(filter(directLineSites, site => site.siteName == 'intranet'), directLineSites))!.key

// ---- Container Apps

resource environment 'Microsoft.App/managedEnvironments@2025-01-01' = if (runsOnContainerApp) {
  name: environmentResourceName
  location: location
  tags: tags
  properties: {
    appLogsConfiguration: {
      destination: 'azure-monitor'
    }
    workloadProfiles: [
      {
        name: 'Consumption'
        workloadProfileType: 'Consumption'
      }
    ]
  }
}

resource environmentLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (runsOnContainerApp) {
  name: 'to-workspace'
  scope: environment
  properties: {
    workspaceId: workspace.id
    logs: [
      {
        category: 'ContainerAppConsoleLogs'
        enabled: true
      }
      {
        category: 'ContainerAppSystemLogs'
        enabled: true
      }
    ]
  }
}

resource containerApp 'Microsoft.App/containerApps@2025-01-01' = if (runsOnContainerApp) {
  name: appName
  location: location
  tags: tags
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    environmentId: environment.id
    workloadProfileName: 'Consumption'
    configuration: {
      activeRevisionsMode: 'Single'
      maxInactiveRevisions: 5
      ingress: {
        external: true
        targetPort: port
        transport: 'http'
        allowInsecure: false
      }
      registries: [
        {
          server: registry.properties.loginServer
          identity: identity.id
        }
      ]
      secrets: [
        {
          name: 'direct-line-secret'
          value: directLineKey
        }
        {
          name: 'desks'
          value: desksOrNone
        }
        {
          name: 'embeddings-key'
          value: embeddingsKeyOrIdentity
        }
      ]
    }
    template: {
      terminationGracePeriodSeconds: 30
      containers: [
        {
          name: 'onetenant'
          image: '${registry.properties.loginServer}/${image}'
          resources: {
            cpu: json('0.5')
            memory: '1Gi'
          }
          env: [
            { name: 'PORT', value: string(port) }
            { name: 'BOT_APP_ID', value: isOwnIdentity ? identity.properties.clientId : botAppId }
            { name: 'BOT_APP_TENANT_ID', value: tenant().tenantId }
            { name: 'MANAGED_IDENTITY_CLIENT_ID', value: identity.properties.clientId }
            { name: 'SIGN_IN_APP_ID', value: signInAppId }
            { name: 'SIGN_IN_CONNECTION', value: signInConnection }
            { name: 'ALLOWED_TENANTS', value: allowedTenants }
            { name: 'STORAGE', value: 'azure' }
            { name: 'STORAGE_ACCOUNT_URL', value: storageUrl }
            { name: 'STORAGE_CONTAINER', value: containerName }
            { name: 'CONTACT', value: contact }
            { name: 'QUESTIONS_KEPT', value: questionsKept }
            { name: 'EMBEDDINGS_URL', value: embeddingsUrl }
            { name: 'EMBEDDINGS_MODEL', value: embeddingsModel }
            { name: 'CHAT_URL', value: chatUrl }
            { name: 'DESK_PRIVATE_HOSTS', value: deskPrivateHosts }
            { name: 'TEAMS_SERVICE_URL', value: teamsServiceUrl }
            { name: 'OPERATOR_ROLE', value: operatorRole }
            { name: 'PUBLIC_URL', value: botOrigin }
            { name: 'WEBCHAT_ORIGINS', value: join(webChatOrigins, ',') }
            { name: 'TRUSTED_PROXIES', value: '1' }
            { name: 'LOG_LEVEL', value: logLevel }
            { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
            { name: 'DIRECT_LINE_SECRET', secretRef: 'direct-line-secret' }
            { name: 'DESKS', secretRef: 'desks' }
            { name: 'EMBEDDINGS_KEY', secretRef: 'embeddings-key' }
          ]
          probes: [
            {
              type: 'Startup'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 2
              failureThreshold: 30
            }
            {
              type: 'Liveness'
              httpGet: {
                path: '/healthz'
                port: port
              }
              periodSeconds: 10
              timeoutSeconds: 5
              failureThreshold: 3
            }
            {
              type: 'Readiness'
              httpGet: {
                path: '/readyz'
                port: port
              }
              periodSeconds: 5
              timeoutSeconds: 5
              failureThreshold: 2
            }
          ]
        }
      ]
      scale: {
        minReplicas: minReplicas
        maxReplicas: max(minReplicas, maxReplicas)
        rules: [
          {
            name: 'chats'
            http: {
              metadata: {
                concurrentRequests: '50'
              }
            }
          }
          {
            // With no replica running, nobody checks for due reminders and failed messages. So one runs for five minutes every hour.
            name: 'wake-ups'
            custom: {
              type: 'cron'
              metadata: {
                timezone: 'Etc/UTC'
                start: '0 * * * *'
                end: '5 * * * *'
                desiredReplicas: '1'
              }
            }
          }
        ]
      }
    }
  }
  dependsOn: [
    pullsImages
    keepsConversations
    directLineAgain
  ]
}

// ---- App Service

resource plan 'Microsoft.Web/serverfarms@2024-11-01' = if (runsOnAppService) {
  name: 'plan-${suffix}'
  location: location
  tags: tags
  kind: 'linux'
  sku: {
    name: appServiceSku
    capacity: siteInstances
  }
  properties: {
    reserved: true
  }
}

resource site 'Microsoft.Web/sites@2024-11-01' = if (runsOnAppService) {
  name: siteName
  location: location
  tags: tags
  kind: runsZip ? 'app,linux' : 'app,linux,container'
  identity: {
    type: 'UserAssigned'
    userAssignedIdentities: {
      '${identity.id}': {}
    }
  }
  properties: {
    serverFarmId: plan.id
    httpsOnly: true
    clientAffinityEnabled: false
    siteConfig: {
      linuxFxVersion: runsZip ? 'NODE|24-lts' : 'DOCKER|${registry.properties.loginServer}/${image}'
      appCommandLine: runsZip ? 'node --max-old-space-size-percentage=65 --max-semi-space-size=16 onetenant.mjs' : ''
      acrUseManagedIdentityCreds: true
      acrUserManagedIdentityID: identity.properties.clientId
      alwaysOn: true
      ftpsState: 'Disabled'
      healthCheckPath: '/readyz'
      http20Enabled: true
      minTlsVersion: '1.2'
      scmMinTlsVersion: '1.2'
      numberOfWorkers: siteInstances
      appSettings: [
        { name: 'WEBSITES_PORT', value: sitePort }
        { name: 'WEBSITES_ENABLE_APP_SERVICE_STORAGE', value: runsZip ? 'true' : 'false' }
        { name: 'WEBSITE_RUN_FROM_PACKAGE', value: runsZip ? '1' : '0' }
        { name: 'SCM_DO_BUILD_DURING_DEPLOYMENT', value: 'false' }
        // An image sets these two itself.
        { name: 'NODE_ENV', value: 'production' }
        { name: 'HOST', value: '0.0.0.0' }
        { name: 'PORT', value: sitePort }
        { name: 'BOT_APP_ID', value: isOwnIdentity ? identity.properties.clientId : botAppId }
        { name: 'BOT_APP_TENANT_ID', value: tenant().tenantId }
        { name: 'MANAGED_IDENTITY_CLIENT_ID', value: identity.properties.clientId }
        { name: 'SIGN_IN_APP_ID', value: signInAppId }
        { name: 'SIGN_IN_CONNECTION', value: signInConnection }
        { name: 'ALLOWED_TENANTS', value: allowedTenants }
        { name: 'STORAGE', value: 'azure' }
        { name: 'STORAGE_ACCOUNT_URL', value: storageUrl }
        { name: 'STORAGE_CONTAINER', value: containerName }
        { name: 'CONTACT', value: contact }
        { name: 'QUESTIONS_KEPT', value: questionsKept }
        { name: 'EMBEDDINGS_URL', value: embeddingsUrl }
        { name: 'EMBEDDINGS_MODEL', value: embeddingsModel }
        { name: 'CHAT_URL', value: chatUrl }
        { name: 'DESK_PRIVATE_HOSTS', value: deskPrivateHosts }
        { name: 'TEAMS_SERVICE_URL', value: teamsServiceUrl }
        { name: 'OPERATOR_ROLE', value: operatorRole }
        { name: 'PUBLIC_URL', value: botOrigin }
        { name: 'WEBCHAT_ORIGINS', value: join(webChatOrigins, ',') }
        { name: 'TRUSTED_PROXIES', value: '1' }
        { name: 'LOG_LEVEL', value: logLevel }
        { name: 'APPLICATIONINSIGHTS_CONNECTION_STRING', value: insights.properties.ConnectionString }
        { name: 'DIRECT_LINE_SECRET', value: directLineKey }
        { name: 'DESKS', value: desksOrNone }
        { name: 'EMBEDDINGS_KEY', value: embeddingsKeyOrIdentity }
      ]
    }
  }
  dependsOn: [
    pullsImages
    keepsConversations
    directLineAgain
  ]
}

resource noFtpPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = if (runsOnAppService) {
  parent: site
  name: 'ftp'
  properties: {
    allow: false
  }
}

resource noScmPasswords 'Microsoft.Web/sites/basicPublishingCredentialsPolicies@2024-11-01' = if (runsOnAppService) {
  parent: site
  name: 'scm'
  properties: {
    allow: false
  }
}

resource siteLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (runsOnAppService) {
  name: 'to-workspace'
  scope: site
  properties: {
    workspaceId: workspace.id
    logs: [
      {
        category: 'AppServiceConsoleLogs'
        enabled: true
      }
      {
        category: 'AppServicePlatformLogs'
        enabled: true
      }
    ]
  }
}

// ---- the bot and its channels

resource bot 'Microsoft.BotService/botServices@2022-09-15' = if (makesBot) {
  name: botName
  location: 'global'
  tags: tags
  kind: 'azurebot'
  sku: {
    name: botSku
  }
  properties: {
    displayName: 'OneTenant'
    description: 'Helps people run Microsoft 365 and Azure in one tenant.'
    endpoint: hosting == 'containerApp'
      ? 'https://${appName}.${environment!.properties.defaultDomain}/api/messages'
      : 'https://${siteName}.azurewebsites.net/api/messages'
    msaAppId: isOwnIdentity ? identity.properties.clientId : botAppId
    msaAppType: botAppType
    msaAppTenantId: tenant().tenantId
    msaAppMSIResourceId: isOwnIdentity ? identity.id : null
    isStreamingSupported: false
    publicNetworkAccess: 'Enabled'
  }
}

resource teams 'Microsoft.BotService/botServices/channels@2022-09-15' = if (makesBot) {
  parent: bot
  name: 'MsTeamsChannel'
  location: 'global'
  properties: teamsChannel
}

resource directLine 'Microsoft.BotService/botServices/channels@2022-09-15' = if (makesBot) {
  parent: bot
  name: 'DirectLineChannel'
  location: 'global'
  // Built with union(), because the published schema of the type rejects them inline.
  properties: union({ channelName: 'DirectLineChannel' }, {
    properties: { sites: [union(directLineSite, { trustedOrigins: trustedOrigins })] }
  })
}

// A second time, because Direct Line can ignore enhanced authentication and its origins in the call that creates a site
// (Azure/azure-cli issue 16659). Otherwise the second call changes nothing.
module directLineAgain 'direct-line.bicep' = if (makesBot) {
  name: 'direct-line-again'
  params: {
    botName: botName
    site: directLineSite
    trustedOrigins: trustedOrigins
  }
  dependsOn: [
    directLine
  ]
}

resource signIn 'Microsoft.BotService/botServices/connections@2022-09-15' = if (makesBot) {
  parent: bot
  name: signInConnection
  location: 'global'
  properties: {
    // "AAD v2 with Federated Credentials": the token service proves itself, so nothing is kept that expires.
    serviceProviderId: 'c00b44ab-5e16-c44c-af26-2fd5bc55eb18'
    serviceProviderDisplayName: 'AAD v2 with Federated Credentials'
    clientId: signInAppId
    scopes: 'api://botid-${isOwnIdentity ? identity.properties.clientId : botAppId}/access_as_user'
    parameters: [
      {
        key: 'ClientId'
        value: signInAppId
      }
      {
        key: 'UniqueIdentifier'
        value: suffix
      }
      {
        key: 'TokenExchangeUrl'
        value: tokenExchangeUri
      }
      {
        key: 'TenantId'
        value: tenant().tenantId
      }
    ]
  }
}

resource botLogs 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = if (makesBot) {
  name: 'to-workspace'
  scope: bot
  properties: {
    workspaceId: workspace.id
    logs: [
      {
        categoryGroup: 'allLogs'
        enabled: true
      }
    ]
  }
}

// ---- alerts

resource mail 'Microsoft.Insights/actionGroups@2023-01-01' = if (!empty(alertEmail)) {
  name: 'ag-${suffix}'
  location: 'global'
  tags: tags
  properties: {
    groupShortName: 'onetenant'
    enabled: true
    emailReceivers: [
      {
        name: 'operators'
        emailAddress: alertEmail
        useCommonAlertSchema: true
      }
    ]
  }
}

resource logAlert 'Microsoft.Insights/scheduledQueryRules@2023-12-01' = [
  for alert in logAlerts: if (makesBot) {
    name: 'alert-${suffix}-${alert.name}'
    location: location
    tags: tags
    kind: 'LogAlert'
    properties: {
      displayName: alert.title
      severity: 2
      enabled: true
      scopes: [workspace.id]
      evaluationFrequency: 'PT5M'
      windowSize: 'PT15M'
      autoMitigate: true
      // On the day of the deployment the tables are still empty, and the query would be rejected.
      skipQueryValidation: true
      criteria: {
        allOf: [
          {
            query: '${logLines} ${alert.query}'
            timeAggregation: 'Count'
            operator: 'GreaterThan'
            threshold: alert.moreThan
            failingPeriods: {
              numberOfEvaluationPeriods: 1
              minFailingPeriodsToAlert: 1
            }
          }
        ]
      }
      actions: {
        actionGroups: empty(alertEmail) ? [] : [mail.id]
      }
    }
  }
]

resource faultAlert 'Microsoft.Insights/metricAlerts@2018-03-01' = if (makesBot) {
  name: 'alert-${suffix}-faults'
  location: 'global'
  tags: tags
  properties: {
    description: 'The bot, or the platform in front of it, answers with faults (5xx).'
    severity: 1
    enabled: true
    scopes: [hosting == 'containerApp' ? containerApp.id : site.id]
    evaluationFrequency: 'PT5M'
    windowSize: 'PT15M'
    criteria: faultCriteria
    actions: empty(alertEmail) ? [] : [{ actionGroupId: mail.id }]
  }
}

// ---- the operator's workbook

resource workbook 'Microsoft.Insights/workbooks@2023-06-01' = if (makesBot) {
  name: guid(resourceGroup().id, suffix, 'workbook')
  location: location
  tags: tags
  kind: 'shared'
  properties: {
    displayName: 'OneTenant ${environmentName}'
    description: 'How far people get, and what it costs.'
    category: 'workbook'
    sourceId: workspace.id
    serializedData: workbookText
  }
}

output botName string = makesBot ? botName : ''
output botAppId string = isOwnIdentity ? identity.properties.clientId : botAppId
output identityName string = identityName
output identityClientId string = identity.properties.clientId
output identityPrincipalId string = identity.properties.principalId
output registryName string = registryName
output registryLoginServer string = registry.properties.loginServer
output hostName string = runsOnContainerApp
  ? '${appName}.${environment!.properties.defaultDomain}'
  : runsOnAppService ? '${siteName}.azurewebsites.net' : ''
output tokenExchangeUrl string = tokenExchangeUri
output signInUniqueIdentifier string = suffix
