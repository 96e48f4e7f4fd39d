import { execFileSync } from 'node:child_process';
import { runInNewContext } from 'node:vm';

/** What TypeScript puts on top of each file. */
const awaiter = `var __awaiter = function (thisArg, _arguments, P, generator) {
  return new Promise((resolve, reject) => {
    const next = (value) => { try { step(generator.next(value)); } catch (e) { reject(e); } };
    const fail = (value) => { try { step(generator.throw(value)); } catch (e) { reject(e); } };
    const step = (r) => r.done ? resolve(r.value) : Promise.resolve(r.value).then(next, fail);
    step((generator = generator.apply(thisArg, _arguments || [])).next());
  });
};`;

/** A script for a build is an ES module, which a test cannot import. */
function withNativeAsync(code: string): string {
  const program = `import { withNativeAsync } from './scripts/native-async.mjs';
    let code = ''; for await (const chunk of process.stdin) code += chunk;
    process.stdout.write(withNativeAsync(code));`;
  return execFileSync(process.execPath, ['--input-type=module', '-e', program], { input: code, encoding: 'utf8' });
}

const cases: readonly { readonly what: string; readonly code: string; readonly gives: unknown }[] = [
  {
    what: 'a method that uses this',
    code: `class One { constructor() { this.at = 3; } read(by) { return __awaiter(this, void 0, void 0, function* () {
      const first = yield this.at; return first * by; }); } }
      new One().read(2)`,
    gives: 6,
  },
  {
    what: 'a yield whose argument binds weaker than await',
    code: `__awaiter(void 0, void 0, void 0, function* () { const found = yield null || Promise.resolve(4); return found; })`,
    gives: 4,
  },
  {
    what: 'a yield inside a yield, and one function inside another',
    code: `__awaiter(void 0, void 0, void 0, function* () {
      const all = yield Promise.all([1, 2].map((one) => __awaiter(void 0, void 0, void 0, function* () {
        return (yield yield Promise.resolve(one)) + 1; })));
      return all.join(); })`,
    gives: '2,3',
  },
  {
    what: 'a fault that is caught',
    code: `__awaiter(void 0, void 0, void 0, function* () {
      try { yield Promise.reject(new Error('no')); } catch (fault) { return fault.message; } finally { yield; } })`,
    gives: 'no',
  },
  {
    what: 'a generator that nobody drives',
    code: `__awaiter(void 0, void 0, void 0, function* () { function* three() { yield 1; yield 2; } return [...three()].length; })`,
    gives: 2,
  },
];

test.each(cases)('$what means the same with native async functions', async ({ code, gives }) => {
  const changed = withNativeAsync(`${awaiter}\n${code}`);

  expect(changed).not.toContain('__awaiter(v');
  expect(changed).not.toContain('__awaiter(this');
  expect(await runInNewContext(`${awaiter}\n${code}`)).toEqual(gives);
  expect(await runInNewContext(changed)).toEqual(gives);
});

test('what has arguments of its own stays as it was written', () => {
  const code = `function add() { return __awaiter(this, arguments, void 0, function* (a, b = 2) { return (yield a) + b; }); }`;

  expect(withNativeAsync(code)).toBe(code);
});
