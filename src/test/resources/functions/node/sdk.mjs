import "@aws-sdk/client-absent"; export const handler = async () => 1;
