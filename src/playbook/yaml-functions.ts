// Writes CloudFormation's short forms (!Ref, !Sub, !GetAtt …) in a YAML document out as the functions they stand for. (AWS page: "Intrinsic function reference")
import { isMap, isScalar, isSeq, Scalar, visit, YAMLMap } from 'yaml';
import type { Document, Node } from 'yaml';

const functionNames = new Set(
  'And Base64 Cidr Equals FindInMap ForEach GetAZs If ImportValue Join Length Not Or Select Split Sub ToJsonString Transform'.split(
    ' ',
  ),
);

/** Undefined for a tag that is none of CloudFormation's. */
function functionOf(tag: string): string | undefined {
  const name = tag.replace(/^!/, '');
  if (name === 'Ref' || name === 'Condition') return name;
  return name === 'GetAtt' || functionNames.has(name) ? `Fn::${name}` : undefined;
}

/** The parser warns of every tag it does not know; those that were written out are no fault. */
export function writeOutFunctions(document: Document.Parsed): void {
  visit(document, {
    Node: (_, node) => {
      const name = typeof node.tag === 'string' ? functionOf(node.tag) : undefined;
      if (name === undefined || !(isScalar(node) || isMap(node) || isSeq(node))) return undefined;
      delete node.tag;
      return callOf(name, node);
    },
  });
  document.warnings = document.warnings.filter(
    ({ code, message }) => code !== 'TAG_RESOLVE_FAILED' || functionOf(tagIn(message)) === undefined,
  );
}

const tagIn = (message: string): string => /![\w:]+/.exec(message)?.[0] ?? '';

function callOf(name: string, node: Node): Node {
  const call = new YAMLMap();
  call.range = node.range ?? null;
  call.set(new Scalar(name), node);
  return call;
}
