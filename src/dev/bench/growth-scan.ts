import { startWorld } from '../../stand-in/world.ts';
import type { Usage } from './measure.ts';
import { run } from './measure.ts';

/** A scan of the small world of answers by a program: copies of types ask what the originals ask, and get the same answers. */
export async function scanGrown(audit: string): Promise<Usage & { readonly requests: number }> {
  const front = await startWorld();
  try {
    const usage = await run([audit, 'scan', '--format', 'json', '--output', '/dev/null', '--quiet'], {
      AWS_ACCESS_KEY_ID: 'bench',
      AWS_SECRET_ACCESS_KEY: 'bench',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_CONFIG_FILE: '/dev/null',
      AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
      AWS_REGION: 'us-east-1',
      AWS_ENDPOINT_URL: front.url,
    });
    return { ...usage, requests: front.record.count() };
  } finally {
    await front.stop();
  }
}
