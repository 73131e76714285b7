import { defineConfig } from '@graphql-hive/gateway';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';

/** Hive Gateway with the planner in Rust. */
export const gatewayConfig = defineConfig({ unifiedGraphHandler });
