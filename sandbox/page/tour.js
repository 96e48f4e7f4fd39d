import { fill } from './fill.js';

/** Who the tour is about: has Microsoft 365, and finds Azure after the sign-up. */
export const tourPerson = 'global-admin-m365';

const element = (id) => document.getElementById(id);

/** The guided minute: four lines, each with a tick once it has happened, and what is next stands out. `page` lends words() and people(). */
export function createTour(page) {
  let standing = null;
  let isProved = false;
  return {
    showWords,
    /** @param how the conversation stands by `GET /sandbox/conversations/{id}`, or null at its start */
    show(how) {
      standing = how;
      isProved &&= how !== null;
      draw();
    },
    /** @param said what the bot says in the conversation */
    hear(said) {
      isProved ||= said.includes(page.words().labels.proof);
      draw();
    },
  };

  function showWords() {
    const person = page.people().find(({ id }) => id === tourPerson);
    element('tour').hidden = person === undefined;
    if (person === undefined) return;
    const words = page.words();
    const names = { name: person.name, ...words.labels };
    element('be').textContent = fill(words.tourBe, names);
    for (const [id, sentence] of [
      ['tour-sign-in', words.tourSignIn],
      ['tour-finish', words.tourFinish],
      ['tour-proof', words.tourProof],
    ])
      element(id).querySelector('span').textContent = fill(sentence, { ...names, complete: words.complete });
    draw();
  }

  function draw() {
    const isThem = standing?.person === tourPerson || standing?.signedIn === tourPerson;
    const isSignedIn = isThem && standing.signedIn === tourPerson;
    const isFinished = isSignedIn && standing.complete;
    const lines = {
      'tour-be': isThem,
      'tour-sign-in': isSignedIn,
      'tour-finish': isFinished,
      'tour-proof': isFinished && isProved,
    };
    const next = Object.keys(lines).find((id) => !lines[id]);
    for (const [id, isDone] of Object.entries(lines)) mark(id, isDone, id === next);
    element('be').classList.toggle('primary', !isThem);
    element('complete').classList.toggle('primary', Boolean(standing?.signedIn) && !standing.complete);
  }

  function mark(id, isDone, isNext) {
    const line = element(id);
    line.ariaCurrent = isNext ? 'step' : null;
    const tick = line.querySelector('.tick-mark');
    if (!isDone) return tick?.remove();
    if (tick) return;
    const made = document.createElement('span');
    made.className = 'tick-mark';
    made.textContent = `✓ ${page.words().tourDone}`;
    line.append(made);
  }
}
