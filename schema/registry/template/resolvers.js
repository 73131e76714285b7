const runsSince = new Date().toISOString();

/** Who answers what, by type and field. A field that is not here is read from the object that its parent answered. */
export const resolvers = {
  Query: {
    __FIELD__Overview: () => ({ title: '__TITLE_VI__', runsSince }),
  },
};
