import type { Api } from '../../aws/api.ts';
import { recentEvents, textAt } from '../cloudtrail/recent-events.ts';

type CloudTrailSdk = typeof import('@aws-sdk/client-cloudtrail');

/** When audit reports of an authority were asked for. */
export interface AuditReports {
  /** ISO 8601 time of the last one. */
  readonly last: string | undefined;
  /** The whole event history (90 days) was read; otherwise only what came after `readBackTo`. */
  readonly complete: boolean;
  readonly readBackTo: string | undefined;
}

/** 500 reports; of one authority there is one in half an hour at most. */
const mostPages = 10;

/**
 * AWS Private CA lists no reports that were made, and so the event history is asked
 * (https://docs.aws.amazon.com/privateca/latest/userguide/CT-CreateAuditReport.html).
 */
export async function auditReportsOf(
  api: Api<CloudTrailSdk, 'LookupEvents'>,
  arn: string | undefined,
): Promise<AuditReports> {
  const { events, complete, readBackTo } = await api.shared('audit reports of private authorities', (api) =>
    recentEvents(
      api,
      { key: 'EventName', value: 'CreateCertificateAuthorityAuditReport' },
      (event) => {
        const [of, at] = [textAt(event, 'requestParameters', 'certificateAuthorityArn'), textAt(event, 'eventTime')];
        const refused = textAt(event, 'errorCode') !== undefined;
        return of === undefined || at === undefined || refused ? undefined : { of, at };
      },
      mostPages,
    ),
  );
  // Newest first.
  return { last: events.find(({ of }) => of === arn)?.at, complete, readBackTo };
}
