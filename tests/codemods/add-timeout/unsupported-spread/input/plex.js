// behind what is spread, nothing can be told to be the options
const hubs = () => fetch(...[`${plexUrl}/hubs`]);
