import type { Job } from '@aws-sdk/client-glue';
import type { Api } from '../../aws/api.ts';
import { resource } from '../../inventory/resource.ts';
import { Withheld } from '../../inventory/withheld.ts';
import type { NamedValue } from '../../secrets/find.ts';
import { findSecrets } from '../../secrets/find.ts';
import { glue } from './service.ts';

/** A job: of Spark, Python or Ray. */
export const job = resource(glue, 'AWS::Glue::Job', {
  calls: ['GetJobs'],
  async *list(api) {
    yield* (await jobsOf(api)).items;
  },
  arn: ({ id }, { partition, region, account }) => `arn:${partition}:glue:${region}:${account}:job/${id}`,
  label: ({ id }) => `job ${id}`,
}).facets((facet) => ({
  /** Secrets in the arguments that it is started with: kinds and names, no values. */
  argumentSecrets: facet({
    calls: ['GetJobs'],
    often: { GetJobs: 'once' },
    async read(api, { id }) {
      const values = (await jobsOf(api)).given.take(id);
      return { values: values.length, secrets: await findSecrets(values) };
    },
  }),
}));

/** The list and the arguments come in one answer: asked once per region. */
const jobsOf = (api: Api<typeof import('@aws-sdk/client-glue'), 'GetJobs'>) =>
  api.once('jobs', async () => {
    const given = new Withheld<readonly NamedValue[]>();
    const items = [];
    for await (const { Jobs } of api.pages('GetJobs', { MaxResults: 100 }))
      for (const found of Jobs ?? []) {
        if (found.Name === undefined) continue;
        const all = argumentsOf(found);
        if (!given.put(found.Name, all)) continue;
        const said = (name: string): string | undefined => all.find((one) => one.name === name)?.value.toLowerCase();
        items.push({
          id: found.Name,
          kind: kindOf(found.Command?.Name),
          version: versionOf(found.GlueVersion),
          securityConfiguration: found.SecurityConfiguration,
          // What it means that they are not given: https://docs.aws.amazon.com/glue/latest/dg/aws-glue-programming-etl-glue-arguments.html
          bookmark: bookmarkOf(said('--job-bookmark-option') ?? 'job-bookmark-disable'),
          continuousLog: said('--enable-continuous-cloudwatch-log') === 'true',
        });
      }
    return { items, given };
  });

const argumentsOf = ({ DefaultArguments, NonOverridableArguments }: Job): NamedValue[] =>
  [DefaultArguments, NonOverridableArguments].flatMap((all) =>
    Object.entries({ ...all }).map(([name, value]) => ({ name, value })),
  );

/** https://docs.aws.amazon.com/glue/latest/webapi/API_JobCommand.html */
const kinds = { glueetl: 'spark', gluestreaming: 'streaming', pythonshell: 'python', glueray: 'ray' } as const;
const kindOf = (name = ''): (typeof kinds)[keyof typeof kinds] | undefined =>
  name in kinds ? kinds[name as keyof typeof kinds] : undefined;

const bookmarks = ['job-bookmark-enable', 'job-bookmark-disable', 'job-bookmark-pause'] as const;
const bookmarkOf = (said: string): (typeof bookmarks)[number] | undefined => bookmarks.find((one) => one === said);

/** `4.0` as a number, to compare. */
function versionOf(said: string | undefined): number | undefined {
  return said !== undefined && /^\d+(\.\d+)?$/.test(said) ? Number(said) : undefined;
}
