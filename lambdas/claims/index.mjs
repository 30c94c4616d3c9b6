// Before tokens are made: members of staff get a discount.
export const handler = async event => {
  const staff = event.request.groupConfiguration.groupsToOverride.includes('staff');
  const claims = { discount: staff ? '20' : '0' };
  event.response = {
    claimsAndScopeOverrideDetails: {
      idTokenGeneration: { claimsToAddOrOverride: claims },
      accessTokenGeneration: { claimsToAddOrOverride: claims },
    },
  };
  return event;
};
