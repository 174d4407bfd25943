import { answers } from '../../answers.ts';
import { mainRegion } from '../../facts.ts';

/** Blocked where the documents are, and left as it was elsewhere. */
export default answers('ssm', {
  GetServiceSetting: ({ input: { SettingId }, region }) => ({
    ServiceSetting: {
      SettingId,
      SettingValue: region === mainRegion ? 'Disable' : 'Enable',
      Status: region === mainRegion ? 'Customized' : 'Default',
    },
  }),
});
