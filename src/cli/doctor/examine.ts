import type { Settings } from '../../config/settings.ts';
import type { Examination, Finding, Patient } from './check.ts';
import { checkBotCredential } from './check-bot-credential.ts';
import { checkChannelKeys } from './check-channel-keys.ts';
import { checkClock } from './check-clock.ts';
import { checkConnectorHosts } from './check-connector-hosts.ts';
import { checkConsent } from './check-consent.ts';
import { checkContent } from './check-content.ts';
import { deskChecks } from './check-desks.ts';
import { checkDirectLine } from './check-direct-line.ts';
import { checkEmbeddings } from './check-embeddings.ts';
import { checkEntra } from './check-entra.ts';
import { checkNode } from './check-node.ts';
import { checkOAuthConnection } from './check-oauth-connection.ts';
import { checkPublicUrl } from './check-public-url.ts';
import { checkArm, checkGraph } from './check-service.ts';
import { checkSignInApp } from './check-sign-in-app.ts';
import { checkStepUp } from './check-step-up.ts';
import { checkStorage } from './check-storage.ts';
import { checkTeamsManifest } from './check-teams-manifest.ts';
import { checkTelemetry } from './check-telemetry.ts';
import { checkTls } from './check-tls.ts';
import { checkWebChat } from './check-web-chat.ts';

/** In report order: what other checks depend on comes first. Each helpdesk has a check of its own. */
export function checksFor(settings: Settings): readonly Examination[] {
  return [...beforeDesks, ...deskChecks(settings), ...afterDesks];
}

const beforeDesks: readonly Examination[] = [
  checkNode,
  checkTls,
  checkEntra,
  checkClock,
  checkChannelKeys,
  checkConnectorHosts,
  checkBotCredential,
  checkOAuthConnection,
  checkSignInApp,
  checkConsent,
  checkGraph,
  checkArm,
  checkStorage,
  checkPublicUrl,
  checkStepUp,
  checkDirectLine,
  checkWebChat,
];
const afterDesks: readonly Examination[] = [checkTeamsManifest, checkContent, checkEmbeddings, checkTelemetry];

const patienceMs = 15_000;

/** Runs all checks in parallel. A check that throws, or takes more than 15 seconds, is a finding too. */
export function examine(patient: Patient): Promise<readonly Finding[]> {
  return Promise.all(checksFor(patient.settings).map((check) => runCheck(check, patient)));
}

async function runCheck(check: Examination, patient: Patient): Promise<Finding> {
  const { id, title } = check;
  const gaveUp = Promise.withResolvers<null>();
  const timer = setTimeout(() => gaveUp.resolve(null), patienceMs);
  try {
    const verdict = await Promise.race([check.run(patient), gaveUp.promise]);
    if (verdict !== null) return { id, title, why: '', fix: '', ...verdict };
    return cannotLook(check, 'it took more than 15 seconds');
  } catch (fault) {
    return cannotLook(check, fault instanceof Error ? fault.name : 'an unknown fault');
  } finally {
    clearTimeout(timer);
  }
}

function cannotLook({ id, title }: Examination, because: string): Finding {
  return {
    id,
    title,
    outcome: 'broken',
    what: `the check did not finish: ${because}`,
    why: 'Nothing is known about this part.',
    fix: 'Run the doctor again. If the error persists, report it with this line.',
  };
}
