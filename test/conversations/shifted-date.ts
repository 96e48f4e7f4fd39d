/** Lets a test move the time of everything in its process, the SDKs included. Time goes on from there. */
export class TimeMachine {
  readonly #real = globalThis.Date;
  #shiftMs = 0;

  passTime(milliseconds: number): void {
    this.#shiftMs += milliseconds;
    const Real = this.#real;
    const now = (): number => Real.now() + this.#shiftMs;
    globalThis.Date = new Proxy(Real, {
      construct: (target, given: []) => (given.length === 0 ? new target(now()) : new target(...given)),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    });
  }

  returns(): void {
    globalThis.Date = this.#real;
  }
}
