// The one call that needs no permission: GetCallerIdentity succeeds even against an explicit Deny. (AWS page: "GetCallerIdentity")
import { evaluatedTypes, type Evaluation } from '../model/policy.ts';
import type { RequestView } from './match/request.ts';
import type { CompiledSet } from './sets.ts';

export const isExempt = (view: RequestView): boolean => view.action === 'sts:getcalleridentity';

/** Documented for identity policies; whether an endpoint policy can stop the call is not. */
export function exemptEvaluation(set: CompiledSet): Evaluation {
  const endpoint = set.layers.some((layer) => layer.type === 'vpcEndpoint' && (layer.given || layer.unknown));
  const code = 'vpcEndpoint.caller-identity' as const;
  return {
    decision: 'allowed',
    possible: ['allowed'],
    decidedBy: null,
    failing: [],
    layers: evaluatedTypes.map((type) => ({ type, decision: 'notApplicable', statements: [] })),
    statements: [],
    proof: { kind: 'all', name: 'callerIdentity', result: true, of: [] },
    nearMisses: [],
    warnings: endpoint ? [{ code }] : [],
    ...(endpoint ? { restsOn: [code] } : {}),
    diagnostics: set.diagnostics,
  };
}
