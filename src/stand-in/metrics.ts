interface Query {
  readonly Id: string;
  readonly MetricStat: {
    readonly Metric: { readonly MetricName: string; readonly Dimensions?: readonly { readonly Value: string }[] };
  };
}

/** What nobody uses, by its name: nothing is counted of it, in the tests' world and the demo company alike. */
const unused: ReadonlySet<string> = new Set([
  'legacy',
  'legacy-erp',
  'classic',
  'app/quiet/50dc6c495c0c918a',
  'vpce-a2',
]);
export const isIdle = (resource: string): boolean => unused.has(resource);

const dayMs = 86_400_000;

const timeOf = (value: unknown): number =>
  value instanceof Date ? value.getTime() : typeof value === 'number' ? value * 1000 : Date.parse(String(value));

/**
 * What CloudWatch answers to GetMetricData for daily metrics: the same value on each day.
 * @param valueOf by the metric's name and the value of its first dimension; undefined: no data points
 */
export const metricsOf =
  (valueOf: (metric: string, resource: string) => number | undefined) =>
  ({ input }: { readonly input: Readonly<Record<string, unknown>> }): object => {
    const [from, until] = [timeOf(input['StartTime']), timeOf(input['EndTime'])];
    const days = Array.from({ length: Math.round((until - from) / dayMs) }, (_, day) => new Date(from + day * dayMs));
    return {
      MetricDataResults: (input['MetricDataQueries'] as readonly Query[]).map(({ Id, MetricStat: { Metric } }) => {
        const value = valueOf(Metric.MetricName, Metric.Dimensions?.[0]?.Value ?? '');
        const points = value === undefined ? [] : days;
        return {
          Id,
          Label: Metric.MetricName,
          StatusCode: 'Complete',
          Timestamps: points,
          Values: points.map(() => value),
        };
      }),
      Messages: [],
    };
  };
