/** Last day of the year's registration; criteria and thresholds count as they stand then. Source: domain rule, life cycles. */
export function closingDay(year: number): string {
  return `${yearText(year)}-03-31`;
}

/** First day of a year. */
export function firstDay(year: number): string {
  return `${yearText(year)}-01-01`;
}

function yearText(year: number): string {
  return String(year).padStart(4, '0');
}
