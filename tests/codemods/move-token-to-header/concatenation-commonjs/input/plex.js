const axios = require("axios");

class PlexApi {
  constructor(plexUrl, token) {
    this.plexUrl = plexUrl;
    this.token = token;
  }

  async hubs() {
    const { data } = await axios.get(this.plexUrl + "/hubs?X-Plex-Token=" + this.token);
    return data;
  }

  async section(id) {
    const { data } = await axios.get(
      this.plexUrl + "/library/sections/" + id + "/all?X-Plex-Token=" + this.token + "&includeGuids=1"
    );
    return data;
  }

  async onDeck() {
    let url = this.plexUrl + "/library/onDeck?includeGuids=1";
    const { data } = await axios.get(url + "&X-Plex-Token=" + this.token);
    return data;
  }
}

module.exports = PlexApi;
