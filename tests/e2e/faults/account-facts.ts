export const account = '123456789012';
/** The regions that are enabled; a third one is not. */
export const regions = ['eu-west-1', 'us-east-1'] as const;

const dayMs = 86_400_000;
/** Some days ago, as a time that stays the same for the whole test run. */
export const daysAgo = (days: number): Date => new Date(Math.floor(Date.now() / dayMs) * dayMs - days * dayMs);
