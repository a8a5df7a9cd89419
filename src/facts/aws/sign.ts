// Signs one call for the endpoint it goes to. (AWS page: "AWS Signature Version 4")
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import type { Access, Credentials } from './credentials/access.ts';
import type { HttpRequest } from './network.ts';
import { serviceOf, type OperationName } from './operations.ts';
import { encode, type Input } from './wire/encode.ts';
import { endpointFor } from './wire/endpoint.ts';
import { serviceRow } from './wire/services.ts';

export interface Call {
  readonly operation: OperationName;
  readonly input: Input;
  readonly region: string;
  /** For services whose host name starts with the account. */
  readonly accountId?: string;
}

export async function signed(access: Access, call: Call, credentials: Credentials): Promise<HttpRequest> {
  const { operation, input, region, accountId } = call;
  const name = serviceOf(operation);
  const endpoint = endpointFor(name, region, access.endpoint, accountId);
  const { method, path, headers, body } = encode(operation, input);
  const url = new URL(endpoint.url + path);
  const { signing, host, protocol } = serviceRow(name);
  const signer = new SignatureV4({
    credentials,
    region: endpoint.region,
    service: signing ?? host,
    sha256: Sha256,
    uriEscapePath: protocol !== 'rest-xml' || name !== 's3',
  });
  const request = await signer.sign({
    ...{ method, protocol: url.protocol, hostname: url.hostname, path: url.pathname },
    query: Object.fromEntries(url.searchParams),
    headers: { host: url.host, 'user-agent': 'whydenied', ...headers },
    body,
  });
  return { operation, method, url, headers: request.headers, body };
}
