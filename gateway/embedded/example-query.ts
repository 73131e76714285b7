/** What a newcomer can paste into the sandbox first: one question to two agencies. */
export const EXAMPLE_QUERY = `{
  unionOrganizations(asOf: "2024-03-31", name: "bắc giang") {
    nodes {
      nameVi
      policeCounterpart(asOf: "2024-03-31") { nameVi }
    }
  }
}`;
