// Gives packages that were written down for old JavaScript their async functions back.
import { parse } from 'acorn';
import { full } from 'acorn-walk';

/**
 * The SDK was compiled for a language without `async`: each of its functions is a generator that `__awaiter` drives, with
 * two promises and three closures per call. Node's own async functions do the same for a fraction of that.
 * Only the shape that TypeScript writes is changed; anything else stays as it is.
 */
export function withNativeAsync(code) {
  if (!code.includes('__awaiter(')) return code;
  const changes = [];
  const program = parse(code, { ecmaVersion: 'latest', sourceType: code.includes('\nexport ') ? 'module' : 'script' });
  full(program, (node) => {
    if (isAwaiter(node)) changes.push(...changesOf(node));
  });
  // From the end to the start, so that places stay where they were found.
  return changes
    .sort((a, b) => b.at - a.at)
    .reduce((text, { at, length, by }) => text.slice(0, at) + by + text.slice(at + length), code);
}

/** `__awaiter(this, void 0, void 0, function* () { … })`, with or without the name of the library that it stands in. */
function isAwaiter({ type, callee, arguments: given }) {
  if (type !== 'CallExpression') return false;
  const name = callee.type === 'MemberExpression' ? callee.property.name : callee.name;
  if (name !== '__awaiter' || given.length !== 4) return false;
  const [owner, theirArguments, promise, work] = given;
  return (
    (owner.type === 'ThisExpression' || isVoid(owner)) &&
    isVoid(theirArguments) &&
    isVoid(promise) &&
    work.type === 'FunctionExpression' &&
    work.generator &&
    work.params.length === 0
  );
}

function isVoid({ type, operator }) {
  return type === 'UnaryExpression' && operator === 'void';
}

function changesOf(call) {
  const [, , , { body }] = call.arguments;
  return [
    { at: call.start, length: body.start - call.start, by: '(async () => ' },
    ...yieldsIn(body).flatMap(({ start, end, argument }) =>
      argument === null
        ? [{ at: start, length: end - start, by: 'await undefined' }]
        : [
            { at: start, length: argument.start - start, by: 'await (' },
            { at: argument.end, length: end - argument.end, by: ')' },
          ],
    ),
    { at: body.end, length: call.end - body.end, by: ')()' },
  ];
}

/** Those of the generator itself, and none of a function that is written inside it. */
function yieldsIn(node) {
  if (Array.isArray(node)) return node.flatMap(yieldsIn);
  if (typeof node?.type !== 'string') return [];
  if (/Function/.test(node.type)) return [];
  const inside = Object.values(node).flatMap(yieldsIn);
  return node.type === 'YieldExpression' ? [node, ...inside] : inside;
}
