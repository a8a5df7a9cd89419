// Says which program printed an error: the outermost one that left a mark near it, else the SDK of its own rows.
import { tools, type Tool } from '../../model/denial.ts';
import type { Finding } from '../findings/finding.ts';
import type { Cluster } from './cluster.ts';

/** SDKs come first: any wrapper around them outranks them. */
const isSdk = (tool: Tool) => tool.startsWith('sdk-') || tool === 'boto' || tool === 'http';
const near = 3000;

/** Printed inside another tool's output more often than alone. */
const innerTools = new Set<Tool>(['aws-cli', 'lambda', 'cloudformation', 'http']);

function rank(tool: Tool): number {
  if (tool === 'http') return 0;
  if (isSdk(tool)) return 1;
  if (tool === 'github-actions') return 4;
  return innerTools.has(tool) ? 2 : 3;
}

export function toolOf(cluster: Cluster, marks: readonly Finding[]): Tool | undefined {
  let best: Tool | undefined;
  const consider = (tool: Tool | undefined) => {
    if (tool === undefined) return;
    if (
      best === undefined ||
      rank(tool) > rank(best) ||
      (rank(tool) === rank(best) && tools.indexOf(tool) > tools.indexOf(best) && isSdk(tool))
    )
      best = tool;
  };
  for (const finding of cluster.findings) consider(finding.tool);
  for (const mark of marks) if (mark.start < cluster.end + near && mark.end > cluster.start - near) consider(mark.tool);
  return best;
}
