export const Code = ({ value }) => <code>{value}</code>;
