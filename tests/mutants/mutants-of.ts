/** The small changes of a TypeScript file that change what it does and that a slip of the hand could make; types and messages stay. */
import { type ESTree, parseSync, Visitor } from 'vite';
import { regexMutants } from './regex-mutants.ts';

export interface Mutant {
  readonly start: number;
  readonly end: number;
  /** What stands there instead. */
  readonly text: string;
}

type Range = Pick<ESTree.Node, 'start' | 'end'>;

const COMPARISONS = { '<': '<= >=', '<=': '< >', '>': '>= <=', '>=': '> <', '===': '!==', '!==': '===' };
const ARITHMETIC = { '+': '-', '-': '+', '*': '/', '/': '*', '%': '*', '**': '*', '&': '|', '|': '&', '<<': '>>' };
const ASSIGNMENTS = { '+=': '-=', '-=': '+=', '??=': '=' };
const OPERATORS: Readonly<Record<string, string>> = { ...COMPARISONS, ...ARITHMETIC, ...ASSIGNMENTS };
const METHODS =
  'some every find findLast findIndex findLastIndex indexOf lastIndexOf startsWith endsWith min max ceil floor push unshift';
const NAMES = METHODS.split(' ');
/** The other of two that stand side by side. */
const otherMethod = (name: string): string | undefined => NAMES[NAMES.indexOf(name) ^ 1];
/** Calls that give something of the kind they were called on. */
const STEP =
  /^(?:filter|sort|reverse|slice|trim|trimStart|trimEnd|replace|replaceAll|to\w+Case|padStart|padEnd|catch)$/;
const ROUNDING = /^(?:abs|round|floor|ceil)$/;

export function mutantsOf(source: string): readonly Mutant[] {
  const { program, errors } = parseSync('file.ts', source);
  if (errors[0]) throw new SyntaxError(errors[0].message);
  const found: Mutant[] = [];
  const ranges: Range[] = [];
  const add = ({ start, end }: Range, ...texts: readonly string[]) => {
    for (const text of texts) if (text !== source.slice(start, end)) found.push({ start, end, text });
  };
  const spare = (node: Range) => void ranges.push(node);
  const text = ({ start, end }: Range) => source.slice(start, end);
  const tools: Tools = { add, spare, text };
  new Visitor({ ...values(tools), ...operators(tools), ...statements(tools), ...calls(tools), ...spared(tools) }).visit(
    program,
  );
  const kept = found.filter(({ start, end }) => !ranges.some((range) => range.start <= start && end <= range.end));
  return [...new Map(kept.map((mutant) => [JSON.stringify(mutant), mutant])).values()];
}

interface Tools {
  add(range: Range, ...texts: readonly string[]): void;
  /** Nothing in this range is changed. */
  spare(range: Range): void;
  text(range: Range): string;
}

type VisitorObject = ConstructorParameters<typeof Visitor>[0];

function values({ add, text }: Tools): VisitorObject {
  const unspread = (parts: readonly (ESTree.Node | null)[], nothing: string) => {
    for (const part of parts) if (part?.type === 'SpreadElement') add(part.argument, nothing);
  };
  return {
    Literal(node) {
      if ('regex' in node) add(node, ...regexMutants(node.regex.pattern, node.regex.flags));
      else if (typeof node.value === 'boolean') add(node, String(!node.value));
      else if (typeof node.value === 'number') add(node, String(node.value + 1), `(${node.value - 1})`);
      else if (typeof node.value === 'string') add(node, "''");
    },
    TemplateElement(node) {
      // Its ends take in the marks around the words: ` or }, and ` or ${.
      const whole = text(node);
      const words = /^([`}]?)([\s\S]*?)(`|\$\{)?$/.exec(whole);
      if (words?.[2]) add(node, (words[1] ?? '') + (words[3] ?? ''));
    },
    UnaryExpression({ operator, argument, ...node }) {
      if (operator === '!' || (operator === '-' && argument.type !== 'Literal')) add(node, text(argument));
    },
    ObjectExpression: ({ properties }) => unspread(properties, '{}'),
    ArrayExpression: ({ elements }) => unspread(elements, '[]'),
  };
}

function operators({ add, text }: Tools): VisitorObject {
  const swap = (left: Range, operator: string, right: Range) =>
    add({ start: left.end, end: right.start }, ...(OPERATORS[operator]?.split(' ') ?? []).map((other) => ` ${other} `));
  return {
    BinaryExpression({ left, operator, right }) {
      swap(left, operator, right);
    },
    AssignmentExpression({ left, operator, right }) {
      swap(left, operator, right);
    },
    LogicalExpression(node) {
      const [left, right] = [text(node.left), text(node.right)];
      if (node.operator === '??') add(node, `((${left}) && (${right}))`);
      else add(node, left, right, `((${left}) ${node.operator === '&&' ? '||' : '&&'} (${right}))`);
    },
    ConditionalExpression({ test, consequent, alternate }) {
      add(test, 'true', 'false');
      add({ start: consequent.start, end: alternate.end }, `${text(alternate)} : ${text(consequent)}`);
    },
  };
}

function statements({ add, text }: Tools): VisitorObject {
  const last = new Set<number>();
  const drop = (body: readonly ESTree.Node[]) => {
    for (const statement of body) {
      if (statement.type === 'ExpressionStatement' && !/^(?:super\(|'use )/.test(text(statement))) add(statement, ';');
      // What is all that a condition guards goes with its condition; without its end a function is none.
      if (LEAVES.test(statement.type) && body.length > 1 && !last.has(statement.end)) add(statement, ';');
    }
  };
  const end = (body: ESTree.Node | null) => {
    const final = body?.type === 'BlockStatement' ? body.body.at(-1) : undefined;
    if (final) last.add(final.end);
  };
  const decide = (verdict: ESTree.Node | null) => {
    if (verdict && isVerdict(verdict)) add(verdict, 'true', 'false');
  };
  return {
    Program: ({ body }) => drop(body),
    BlockStatement: ({ body }) => drop(body),
    SwitchCase: ({ consequent }) => drop(consequent),
    IfStatement: ({ test, consequent }) => {
      add(test, 'true', 'false');
      if (consequent.type === 'ExpressionStatement') drop([consequent]);
    },
    ReturnStatement: ({ argument }) => decide(argument),
    ArrowFunctionExpression: ({ body, expression }) => (expression ? decide(body) : end(body)),
    FunctionDeclaration: ({ body }) => end(body),
    FunctionExpression: ({ body }) => end(body),
    VariableDeclarator: ({ init }) => decide(init),
    // A loop that is never left tells nothing but takes the longest.
    WhileStatement: ({ test }) => add(test, 'false'),
    ForOfStatement: ({ right }) => add(right, '[]'),
  };
}

const LEAVES = /^(?:Return|Throw|Break|Continue)Statement$/;

const isVerdict = (node: ESTree.Node): boolean =>
  (node.type === 'LogicalExpression' && node.operator !== '??') ||
  (node.type === 'BinaryExpression' && node.operator in COMPARISONS) ||
  (node.type === 'UnaryExpression' && node.operator === '!');

function calls({ add, text }: Tools): VisitorObject {
  return {
    CallExpression(node) {
      const { callee, arguments: args } = node;
      for (const arg of args) if (arg.type === 'SpreadElement') add(arg.argument, '[]');
      if (callee.type !== 'MemberExpression' || callee.property.type !== 'Identifier') return;
      const { object, property } = callee;
      const other = otherMethod(property.name);
      if (other) add(property, other);
      const [first] = args;
      if (STEP.test(property.name)) add(node, text(object));
      else if (ROUNDING.test(property.name) && first) add(node, text(first));
    },
  };
}

/** Types, what people read, and the count of a loop. */
function spared({ spare }: Tools): VisitorObject {
  return {
    ImportDeclaration: spare,
    TSTypeAnnotation: spare,
    TSTypeParameterInstantiation: spare,
    TSTypeParameterDeclaration: spare,
    TSTypeAliasDeclaration: spare,
    TSInterfaceDeclaration: spare,
    TSAsExpression: ({ typeAnnotation }) => spare(typeAnnotation),
    TSSatisfiesExpression: ({ typeAnnotation }) => spare(typeAnnotation),
    ExportNamedDeclaration: ({ source }) => source && spare(source),
    ExportAllDeclaration: spare,
    Property: ({ key, computed }) => void (computed || spare(key)),
    PropertyDefinition: ({ key, computed }) => void (computed || spare(key)),
    ForStatement: ({ update }) => void (update && spare(update)),
    NewExpression: ({ callee, arguments: [message] }) => {
      if (callee.type === 'Identifier' && /^(?:Type|Range)?Error$/.test(callee.name) && message) spare(message);
    },
  };
}
