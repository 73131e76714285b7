import { defineConfig } from '@graphql-hive/gateway';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

/** Hive Gateway in the form in which its authors publish it in their benchmark: equal requests in flight are one. */
export const gatewayConfig = defineConfig({ unifiedGraphHandler, inboundInflightRequestDeduplication: true });
