/** IAM's counters with their default quotas, as GetAccountSummary tells them. */
export const quotaCounters = (used: Readonly<Record<string, number>> = {}): Readonly<Record<string, number>> => {
  const defaults = {
    Groups: [4, 300],
    InstanceProfiles: [2, 1000],
    Policies: [6, 1500],
    Roles: [12, 1000],
    ServerCertificates: [0, 20],
    Users: [5, 5000],
  };
  return Object.fromEntries(
    Object.entries(defaults).flatMap(([name, [count = 0, quota = 0]]) => [
      [name, used[name] ?? count],
      [`${name}Quota`, quota],
    ]),
  );
};
