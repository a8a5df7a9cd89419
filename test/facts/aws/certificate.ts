// A certificate that is its own authority, for endpoints of the tests; none where openssl cannot make one.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Certificate } from './fake-aws.ts';

/** Holds cert.pem. */
export const folder = mkdtempSync(join(tmpdir(), 'whydenied-tls-'));

/** Signed by itself, so that it is its own authority. */
function selfMade(): Certificate | undefined {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const made = `req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=localhost -addext subjectAltName=IP:127.0.0.1 -keyout ${key} -out ${cert}`;
  try {
    execFileSync('openssl', made.split(' '), { stdio: 'ignore' });
    return { key: readFileSync(key, 'utf8'), cert: readFileSync(cert, 'utf8') };
  } catch {
    process.stderr.write("skipped: an authority of one's own (it wants openssl, which knows -addext)\n");
    return undefined;
  }
}

export const certificate = selfMade();
