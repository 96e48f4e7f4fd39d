// Sets what Direct Line leaves out when it makes a site: enhanced authentication, and the origins that it trusts.
targetScope = 'resourceGroup'

@description('The Azure Bot whose Direct Line channel was just made.')
param botName string

@description('The site of the channel, as it was asked for.')
param site object

@description('Origins where signing in needs no code.')
param trustedOrigins array

resource bot 'Microsoft.BotService/botServices@2022-09-15' existing = {
  name: botName
}

resource directLine 'Microsoft.BotService/botServices/channels@2022-09-15' = {
  parent: bot
  name: 'DirectLineChannel'
  location: 'global'
  // A function makes them, because the published schema of the type refuses them in place.
  properties: union({ channelName: 'DirectLineChannel' }, {
    properties: { sites: [union(site, { trustedOrigins: trustedOrigins })] }
  })
}
