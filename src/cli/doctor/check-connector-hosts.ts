import { isAllowedServiceUrl } from '../../adapters/bot-framework/channel-gate.ts';
import { publicConnectorHosts, publicTeamsHosts } from '../../domain/channel.ts';
import { broken, type Examination, ok, warning } from './check.ts';

const publicIssuer = 'https://api.botframework.com';
const hostPattern = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/;

export const checkConnectorHosts: Examination = {
  id: 'connector-hosts',
  title: 'Connector hosts',
  async run({ settings: { CONNECTOR_HOSTS: hosts, BOT_OPENID_URL: openIdUrl, BOT_TOKEN_ISSUER: issuer } }) {
    const crooked = hosts.filter((host) => !hostPattern.test(host));
    if (hosts.length === 0 || crooked.length > 0)
      return broken({
        what: hosts.length === 0 ? 'there is none' : `${crooked.join(', ')} is not a host name`,
        why: 'The bot cannot send its answers.',
        fix: 'CONNECTOR_HOSTS takes host names only, such as smba.trafficmanager.net, in lower case and without https://.',
      });
    const wide = hosts.filter((host) => host.startsWith('*.') && host.split('.').length < 3);
    if (wide.length > 0)
      return broken({
        what: `${wide.join(', ')} matches hosts that anyone can own`,
        why: 'The bot’s token is sent to whatever host a message names.',
        fix: `Name the hosts of the channel in CONNECTOR_HOSTS: ${publicConnectorHosts.join(',')}.`,
      });
    const isPublicCloud = issuer === publicIssuer && new URL(openIdUrl).hostname.endsWith('.botframework.com');
    const missing = publicTeamsHosts.filter((host) => !isAllowedServiceUrl(`https://${host}/teams/`, hosts));
    if (isPublicCloud && missing.length > 0)
      return warning({
        what: `${missing.length === publicTeamsHosts.length ? 'every host' : 'a host'} of Teams is missing`,
        why: 'Messages that Teams sends from there are refused.',
        fix: `Add ${missing.join(',')} to CONNECTOR_HOSTS, or leave the setting out.`,
      });
    return ok(hosts.join(', '));
  },
};
