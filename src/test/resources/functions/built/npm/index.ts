import { euro } from 'rates';
const price = (cents: number): string => euro(cents);
export const handler = async (): Promise<object> => ({ statusCode: 200, body: price(1250) });
