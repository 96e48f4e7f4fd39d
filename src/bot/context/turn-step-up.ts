import type { TurnContext } from 'botbuilder';
import type { StepUp, WaitingStepUp } from '../../../dialogs/conversation-context.ts';
import { wantsFreshSignIn } from '../../domain/challenge.ts';
import type { UserToken } from '../../ports/facts-source.ts';
import { setStepUp } from '../record/conversation-changes.ts';
import { type ConversationRecord, conversationKey } from '../record/conversation-record.ts';
import { loginHintIn } from '../sign-in/account-match.ts';
import type { StepUpState, StepUps } from '../sign-in/step-ups.ts';
import type { PersonSignIn } from './person-sign-in.ts';

/** The step-up that the conversation of this turn waits for, or begins. */
export class TurnStepUp implements StepUp {
  readonly #context: TurnContext;
  readonly #record: ConversationRecord;
  readonly #signIn: PersonSignIn;
  readonly #stepUps: StepUps | null;

  constructor(context: TurnContext, record: ConversationRecord, signIn: PersonSignIn, stepUps: StepUps | null) {
    this.#context = context;
    this.#record = record;
    this.#signIn = signIn;
    this.#stepUps = stepUps;
  }

  get waiting(): WaitingStepUp | null {
    return this.#record.stepUp;
  }

  async offer({ challenge, purpose, goesOn, facts }: Parameters<StepUp['offer']>[0]): Promise<boolean> {
    if (this.#stepUps === null) return false;
    const token = await this.#signIn.token();
    // Whoever signed out meanwhile is asked to sign in, not to prove more.
    if (token === null) return false;
    const account = loginHintIn(token);
    const { id, url } = await this.#stepUps.offer({
      challenge,
      purpose,
      identity: facts.identity,
      userToken: token as UserToken,
      loginHint: account,
      conversation: conversationKey(this.#context),
      locale: this.#record.locale,
    });
    const wants = wantsFreshSignIn(challenge) ? 'sign-in' : 'proof';
    setStepUp(this.#record, { id, url, service: challenge.service, account, wants, isAgain: false, goesOn, facts });
    return true;
  }

  async offerAgain(): Promise<boolean> {
    const { stepUp } = this.#record;
    if (stepUp === null || stepUp.isAgain || this.#stepUps === null) return false;
    const again = await this.#stepUps.offerAgain(stepUp.id);
    if (again === null) return false;
    setStepUp(this.#record, { ...stepUp, ...again, isAgain: true });
    return true;
  }

  async state(): Promise<StepUpState> {
    const { stepUp } = this.#record;
    if (stepUp === null || this.#stepUps === null) return 'offered';
    return this.#stepUps.stateOf(stepUp.id);
  }

  stop(): void {
    setStepUp(this.#record, null);
  }
}
