// Turns the policies and the request of an inline test into what the evaluator takes, and says what is wrong with them.
import type { PoliciesAtHand } from '../../facts/policies/at-hand.ts';
import type { PlaybookTest, PolicyTree } from '../../model/playbook.ts';
import type { NamedPolicy, PolicySet } from '../../model/policy.ts';
import type { TestPolicies, TestRequest } from '../../model/test-policies.ts';
import { evaluate } from '../../policy/evaluate.ts';

const flatSets = [
  ['identity', 'identity'],
  ['boundary', 'boundary'],
  ['session', 'session'],
  ['resource', 'resource'],
  ['vpc_endpoint', 'vpcEndpoint'],
] as const;

export function policiesOf({ policies, request }: PlaybookTest): PoliciesAtHand | undefined {
  if (policies === undefined) return undefined;
  return { policies: setOf(policies), ...(request === undefined ? {} : { request: requestOf(request) }) };
}

function setOf(policies: TestPolicies): PolicySet {
  const flat = flatSets.flatMap(([key, name]) => {
    const list = policies[key];
    return list === undefined ? [] : [[name, named(list, name)] as const];
  });
  const levels = (['scps', 'rcps'] as const).flatMap((name) => {
    const list = policies[name];
    const level = (documents: readonly PolicyTree[], index: number) => named(documents, `${name} level ${index + 1}`);
    return list === undefined ? [] : [[name, list.map(level)] as const];
  });
  const { unknown } = policies;
  return { ...Object.fromEntries([...flat, ...levels]), ...(unknown === undefined ? {} : { unknown }) } as PolicySet;
}

/** A document stands alone, or beside its name. */
const named = (list: readonly PolicyTree[], set: string): readonly NamedPolicy[] =>
  list.map((item, index) => {
    const name = `${set} policy ${index + 1}`;
    const isNamed = typeof item === 'object' && !Array.isArray(item) && Object.hasOwn(item, 'policy');
    if (!isNamed) return { name, policy: item };
    const { name: given, policy } = item as Readonly<Record<string, PolicyTree>>;
    return { name: typeof given === 'string' ? given : name, policy };
  });

const requestOf = ({ resource_account: owner, ...rest }: TestRequest): NonNullable<PoliciesAtHand['request']> => ({
  ...rest,
  ...(owner === undefined ? {} : { resourceAccount: owner }),
});

/** Any request will do: a document is read the same way for all. */
const anyRequest = {
  action: 's3:GetObject',
  resource: '*',
  principal: 'arn:aws:iam::111122223333:user/any',
  principalAccount: '111122223333',
  resourceAccount: '111122223333',
  context: {},
} as const;

export function policyFaults(test: PlaybookTest): readonly string[] {
  const atHand = policiesOf(test);
  if (atHand === undefined) return [];
  return evaluate(anyRequest, atHand.policies)
    .diagnostics.filter(({ severity }) => severity === 'error')
    .map(({ policy, position, code, found }) =>
      [`${policy}${position.pointer}: ${code}`, ...(found === undefined ? [] : [`(${found})`])].join(' '),
    );
}
