// Reads which region a bucket is in out of the answer to a call that was made to another one. (AWS page: "Error responses", PermanentRedirect and AuthorizationHeaderMalformed)
import { isRegion } from '../credentials/region.ts';
import type { HttpAnswer } from '../network.ts';
import { serviceOf, type OperationName } from '../operations.ts';
import { isRow } from './decode.ts';
import { readXml } from './xml.ts';

export function homeRegion(operation: OperationName, { status, headers, body }: HttpAnswer): string | undefined {
  if (serviceOf(operation) !== 's3' || ![301, 307, 400].includes(status)) return undefined;
  const region = headers['x-amz-bucket-region'] ?? regionIn(body);
  return typeof region === 'string' && isRegion(region) ? region : undefined;
}

function regionIn(body: string): unknown {
  const error = readXml(body)?.value;
  return isRow(error) ? error['Region'] : undefined;
}
