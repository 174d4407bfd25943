/** Prints what the SDK for JavaScript makes of each case that it is given on stdin: a list of {profile, endpointUrl, env}. */
import { readFileSync } from 'node:fs';
import { S3Client } from '@aws-sdk/client-s3';
import { STSClient } from '@aws-sdk/client-sts';
import type { Answer } from './cases.ts';

interface Asked {
  readonly profile?: string;
  readonly endpointUrl?: string;
  readonly env: Readonly<Record<string, string>>;
}

async function answerTo({ profile, endpointUrl, env }: Asked): Promise<Answer> {
  for (const name of Object.keys(process.env)) if (name.startsWith('AWS_')) delete process.env[name];
  Object.assign(process.env, env);
  const given = {
    ...(profile === undefined ? {} : { profile }),
    ...(endpointUrl === undefined ? {} : { endpoint: endpointUrl }),
  };
  const region = await new S3Client(given).config.region().catch((error: unknown) => {
    if (error instanceof Error && error.message.startsWith('Region is missing')) return undefined;
    throw error;
  });
  const s3 = new S3Client({ ...given, region: region ?? 'us-east-1' });
  const sts = new STSClient({ ...given, region: region ?? 'us-east-1' });
  const endpointOf = async ({ config }: S3Client | STSClient): Promise<string | undefined> => {
    if (endpointUrl !== undefined) return endpointUrl;
    const own = config as { serviceConfiguredEndpoint?: () => Promise<string | undefined> };
    return own.serviceConfiguredEndpoint?.();
  };
  const [s3Url, stsUrl] = [await endpointOf(s3), await endpointOf(sts)];
  const { accessKeyId: key } = await s3.config.credentials();
  const attempts = await s3.config.maxAttempts();
  const [fips, dualstack] = [await s3.config.useFipsEndpoint(), await s3.config.useDualstackEndpoint()];
  return {
    ...(region === undefined ? {} : { region }),
    ...(s3Url === undefined ? {} : { s3: s3Url }),
    ...(stsUrl === undefined ? {} : { sts: stsUrl }),
    ...(fips ? { fips } : {}),
    ...(dualstack ? { dualstack } : {}),
    key,
    ...(attempts === 3 ? {} : { attempts }),
  };
}

const answers: Answer[] = [];
for (const asked of JSON.parse(readFileSync(0, 'utf8')) as Asked[])
  answers.push(await answerTo(asked).catch((): Answer => ({ error: true })));
process.stdout.write(JSON.stringify(answers));
