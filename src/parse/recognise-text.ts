// Runs the three stages over one part of the input: normalise, find what the rows know, group it into errors.
import { clusterFindings } from './assemble/cluster.ts';
import { recognise, type Recognised } from './assemble/denial.ts';
import { placeOf } from './assemble/place.ts';
import { readCodeWords } from './envelopes/code-words.ts';
import { readConsoleForms } from './envelopes/console-form.ts';
import { readEncodedMessages } from './envelopes/encoded.ts';
import { readGoCodes } from './envelopes/go-suffix.ts';
import { readLabels } from './envelopes/labels.ts';
import { sdkRows } from './envelopes/sdk-rows.ts';
import { toolRows } from './envelopes/tool-rows.ts';
import type { Finding } from './findings/finding.ts';
import { runRows, type PatternRow } from './findings/pattern-row.ts';
import { authorizationRows } from './sentences/authorization-rows.ts';
import { readSentences } from './sentences/authorized.ts';
import { bucketRows } from './sentences/bucket-rows.ts';
import { credentialRows } from './sentences/credential-rows.ts';
import { keyRows } from './sentences/key-rows.ts';
import { lookAlikeRows } from './sentences/look-alike-rows.ts';
import { managementRows } from './sentences/management-rows.ts';
import { networkRows } from './sentences/network-rows.ts';
import { readDecodedFragments } from './sentences/decoded-fragment.ts';
import { readReasons } from './sentences/reason-alone.ts';
import { serviceRows } from './sentences/service-rows.ts';
import { settingRows } from './sentences/setting-rows.ts';
import { storageRows } from './sentences/storage-rows.ts';
import { normalise } from './text/normalise.ts';

export const patternRows: readonly PatternRow[] = [
  ...sdkRows,
  ...toolRows,
  ...authorizationRows,
  ...storageRows,
  ...bucketRows,
  ...keyRows,
  ...networkRows,
  ...managementRows,
  ...credentialRows,
  ...serviceRows,
  ...settingRows,
  ...lookAlikeRows,
];

export function findAll(text: string): Finding[] {
  return [
    ...runRows(patternRows, text),
    ...readSentences(text),
    ...readReasons(text),
    ...readDecodedFragments(text),
    ...readConsoleForms(text),
    ...readEncodedMessages(text),
    ...readCodeWords(text),
    ...readGoCodes(text),
    ...readLabels(text),
  ];
}

export function recogniseText(input: string, from: number, to: number): Recognised[] {
  const mapped = normalise(input.slice(from, to), from);
  const findings = findAll(mapped.text);
  const marks = findings.filter(({ role }) => role === 'mark');
  const clusters = clusterFindings(findings, mapped.text);
  return clusters.flatMap((cluster, index) => {
    const place = placeOf(cluster, mapped, input, clusters[index + 1]?.start ?? mapped.text.length);
    return recognise(cluster, marks, place, input) ?? [];
  });
}
