// What the search fields of the admin say in Nynorsk; select2 itself speaks Bokmål only.
jQuery.fn.select2.amd.define("select2/i18n/nn", [], () => ({
  errorLoading: () => "Fekk ikkje henta treffa.",
  inputTooLong: ({ input, maximum }) => `Ta bort ${input.length - maximum} teikn`,
  inputTooShort: ({ input, minimum }) => `Skriv ${minimum - input.length} teikn til`,
  loadingMore: () => "Hentar fleire …",
  maximumSelected: ({ maximum }) => `Du kan velje høgst ${maximum}`,
  noResults: () => "Ingen treff",
  removeAllItems: () => "Fjern alle",
  removeItem: () => "Fjern",
  search: () => "Søk",
  searching: () => "Søkjer …",
}));
