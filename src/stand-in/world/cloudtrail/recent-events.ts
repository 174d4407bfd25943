import { answers } from '../../answers.ts';

export default answers('cloudtrail', { LookupEvents: { Events: [] } });
