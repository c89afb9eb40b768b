import type { Value } from '../evaluate/values.js';
import type { Place } from '../finding.js';

/** Where the code says a value: an export that stands for itself stands where it is used, not where it is imported. */
export function usedAt(value: Value): Place {
  if (value.kind !== 'external' || value.package === 'global' || value.call !== undefined || value.path.includes('.')) return value.at;
  let place = value.at;
  for (let hop = value.via; hop !== undefined; hop = hop.next) place = hop.place;
  return place;
}
