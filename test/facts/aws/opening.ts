// Opens a live read on a fake endpoint, with its own credentials and short limits.
import { openLive, type Live, type LiveSettings } from '../../../src/facts/aws/live.ts';

const limits = { connectMs: 500, callMs: 400, bytes: 1024 * 1024 };

/** Files that are not there: no profile of the machine gets in. */
export const plainEnv = {
  HOME: '/nonexistent',
  AWS_CONFIG_FILE: '/nonexistent/config',
  AWS_SHARED_CREDENTIALS_FILE: '/nonexistent/credentials',
  AWS_EC2_METADATA_DISABLED: 'true',
  AWS_ACCESS_KEY_ID: 'AKIAEXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'secret',
  AWS_REGION: 'eu-west-1',
};

export const liveOn = (url: string, more: Partial<LiveSettings> = {}): Promise<Live> =>
  openLive({ env: plainEnv, endpointUrl: url, limits, totalMs: 5000, ...more });
