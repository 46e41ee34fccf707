/** 工商注册号, the business registration number of GS 15-2006: 6 authority, 8 serial, 1 check (MOD 11,10). */

/** 15 digits whose check digit fits. It has no arithmetic link to the credit code that followed it. */
export function isValidRegistrationNumber(text: string): boolean {
  if (text.length !== 15) return false;
  let product = 10;
  for (let i = 0; i < 15; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return false;
    const sum = ((product % 11) + digit) % 10;
    if (i === 14) return sum === 1;
    product = (sum === 0 ? 10 : sum) * 2;
  }
  return false;
}
