export const euro = (cents) => (cents / 100).toFixed(2) + ' EUR';
