import { defineConfig } from '@graphql-hive/gateway';

/** Hive Gateway as it comes. */
export const gatewayConfig = defineConfig({});
