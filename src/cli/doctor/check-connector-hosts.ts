import { isAllowedServiceUrl } from '../../adapters/bot-framework/channel-gate.ts';
import { broken, type Examination, ok, warning } from './check.ts';

const teamsUrl = 'https://smba.trafficmanager.net/emea/';
const publicIssuer = 'https://api.botframework.com';
const hostPattern = /^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/;

export const checkConnectorHosts: Examination = {
  id: 'connector-hosts',
  title: 'Hosts that get answers',
  async run({ settings: { CONNECTOR_HOSTS: hosts, BOT_OPENID_URL: openIdUrl, BOT_TOKEN_ISSUER: issuer } }) {
    const crooked = hosts.filter((host) => !hostPattern.test(host));
    if (hosts.length === 0 || crooked.length > 0)
      return broken({
        what: hosts.length === 0 ? 'there is none' : `${crooked.join(', ')} is not a host name`,
        why: 'The bot refuses to send its answers.',
        fix: 'Write host names only in CONNECTOR_HOSTS, such as smba.trafficmanager.net, in small letters and without https://.',
      });
    const wide = hosts.filter((host) => host.startsWith('*.') && host.split('.').length < 3);
    if (wide.length > 0)
      return broken({
        what: `${wide.join(', ')} stands for hosts of anybody`,
        why: 'The bot’s token goes to whichever host a message names.',
        fix: 'Name the hosts of the channel in CONNECTOR_HOSTS: smba.trafficmanager.net,*.botframework.com.',
      });
    const isPublicCloud = issuer === publicIssuer && new URL(openIdUrl).hostname.endsWith('.botframework.com');
    if (isPublicCloud && !isAllowedServiceUrl(teamsUrl, hosts))
      return warning({
        what: 'the host of Teams is not among them',
        why: 'Messages from Teams are refused.',
        fix: 'Add smba.trafficmanager.net to CONNECTOR_HOSTS.',
      });
    return ok(hosts.join(', '));
  },
};
