import { defineConfig } from '@graphql-hive/gateway';

/** Hive Gateway as it comes: equal fetches in flight are one, whoever asks. */
export const gatewayConfig = defineConfig({});
