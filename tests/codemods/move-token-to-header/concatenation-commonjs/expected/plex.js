const axios = require("axios");

class PlexApi {
  constructor(plexUrl, token) {
    this.plexUrl = plexUrl;
    this.token = token;
  }

  async hubs() {
    const { data } = await axios.get(this.plexUrl + "/hubs", { headers: { "X-Plex-Token": this.token } });
    return data;
  }

  async section(id) {
    const { data } = await axios.get(
      this.plexUrl + "/library/sections/" + id + "/all?includeGuids=1",
      { headers: { "X-Plex-Token": this.token } }
    );
    return data;
  }

  async onDeck() {
    let url = this.plexUrl + "/library/onDeck?includeGuids=1";
    const { data } = await axios.get(url, { headers: { "X-Plex-Token": this.token } });
    return data;
  }
}

module.exports = PlexApi;
