import { defineCheck, fail, notApplicable, pass, unknown } from '../../src/engine/check.ts';
import { parseTime } from '../../src/text/time.ts';
import { stsRegion } from '../../src/services/sts/account.ts';

export default defineCheck({
  id: 'sts-global-endpoint-not-used',
  title: 'No workload uses the global STS endpoint',
  about: 'STS global endpoint',
  resource: stsRegion,
  needs: ['globalEndpoint'],
  settings: {
    hours: {
      type: 'integer',
      default: 24,
      min: 1,
      max: 2160,
      describe: 'hours to look back; the event history holds 90 days',
    },
  },
  risk: 'Requests to sts.amazonaws.com depend on name resolution and, from opt-in regions or other resolvers, on us-east-1: when that region has trouble, workloads elsewhere cannot get credentials.',
  fix: {
    text: 'Set AWS_STS_REGIONAL_ENDPOINTS=regional (or sts_regional_endpoints in the profile), or update SDKs to versions where that is the default, and replace sts.amazonaws.com in code and configuration.',
  },
  references: [
    'https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_temp_region-endpoints.html',
    'https://docs.aws.amazon.com/sdkref/latest/guide/feature-sts-regionalized-endpoints.html',
  ],
  evaluate({ name, globalEndpoint }, { now, settings }) {
    if (globalEndpoint === null) return notApplicable('there is no global endpoint in this partition');
    const { times, complete, readBackTo } = globalEndpoint;
    const from = now - settings.hours * hourInMs;
    const recent = times.filter((time) => (parseTime(time) ?? now) >= from);
    if (recent.length > 0) {
      const count = complete ? `${recent.length}` : `at least ${recent.length}`;
      return fail(`${name} served ${count} requests to the global endpoint in the last ${settings.hours} hours`, {
        requests: recent.length,
        last: recent[0],
      });
    }
    return complete || (parseTime(readBackTo) ?? now) <= from
      ? pass(`${name} served no request to the global endpoint in the last ${settings.hours} hours`)
      : unknown(
          `there are so many STS events that the event history was read only back to ${readBackTo ?? 'now'}, and no request to the global endpoint was among them`,
        );
  },
});

const hourInMs = 3_600_000;
