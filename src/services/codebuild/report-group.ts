import { MalformedAnswer } from '../../aws/errors.ts';
import { resource } from '../../inventory/resource.ts';
import { codebuild } from './service.ts';

/** Where reports of tests are gathered. */
export const reportGroup = resource(codebuild, 'AWS::CodeBuild::ReportGroup', {
  calls: ['ListReportGroups', 'BatchGetReportGroups'],
  resumable: 'ListReportGroups',
  often: { BatchGetReportGroups: 'per 100 report groups' },
  references: ['https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ReportGroup.html'],
  async *list(api) {
    // A page has as many as BatchGetReportGroups takes: 100.
    for await (const { reportGroups: reportGroupArns } of api.pages('ListReportGroups', { maxResults: 100 })) {
      if (reportGroupArns === undefined || reportGroupArns.length === 0) continue;
      const { reportGroups } = await api.call('BatchGetReportGroups', { reportGroupArns });
      if (reportGroups === undefined) throw new MalformedAnswer('BatchGetReportGroups gives no report groups');
      for (const { name, arn, exportConfig, status } of reportGroups) {
        if (name === undefined || arn === undefined || status === 'DELETING') continue;
        yield {
          id: name,
          arn,
          exported: exportConfig?.exportConfigType,
          unencrypted: exportConfig?.s3Destination?.encryptionDisabled,
        };
      }
    }
  },
  label: ({ id }) => `report group ${id}`,
});
